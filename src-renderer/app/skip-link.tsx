import classes from './skip-link.module.css';

/** The first stop of the Tab key: past header and navigation, to what the screen is about. */
export const SkipLink = () => (
  <a
    href="#content"
    className={classes['link']}
    onClick={(event) => {
      event.preventDefault();
      document.getElementById('content')?.focus();
    }}
  >
    Skip to content
  </a>
);
