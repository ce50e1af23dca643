import { Portal } from '@mantine/core';
import { useEffect, useState, type RefObject } from 'react';
import classes from './cells.module.css';

interface Shown {
  readonly text: string;
  readonly left: number;
  readonly top: number;
}

const gapPx = 6;
const widestPx = 300;

/**
 * One tooltip for everything inside `within` that carries `data-explanation`, on pointing and on focus: a tooltip of its
 * own for each cell would cost more than the rows. Screen readers get the same words as the element's description.
 */
export function ExplanationLayer({ within }: { readonly within: RefObject<HTMLElement | null> }) {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const area = within.current;
    if (area === null) return undefined;
    const explain = ({ target }: Event) => {
      const element = target instanceof Element ? target.closest<HTMLElement>('[data-explanation]') : null;
      const text = element?.dataset['explanation'];
      if (element === null || text === undefined) {
        setShown(null);
        return;
      }
      const { left, bottom } = element.getBoundingClientRect();
      setShown({
        text,
        left: Math.max(gapPx, Math.min(left, window.innerWidth - widestPx - gapPx)),
        top: bottom + gapPx,
      });
    };
    const hide = () => setShown(null);
    const hideOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
    };
    area.addEventListener('pointerover', explain);
    area.addEventListener('focusin', explain);
    area.addEventListener('pointerleave', hide);
    area.addEventListener('focusout', hide);
    area.addEventListener('scroll', hide);
    area.addEventListener('keydown', hideOnEscape);
    return () => {
      area.removeEventListener('pointerover', explain);
      area.removeEventListener('focusin', explain);
      area.removeEventListener('pointerleave', hide);
      area.removeEventListener('focusout', hide);
      area.removeEventListener('scroll', hide);
      area.removeEventListener('keydown', hideOnEscape);
    };
  }, [within]);
  if (shown === null) return null;
  // within the page's main landmark, so that it is found there
  const main = document.querySelector('main');
  return (
    <Portal {...(main === null ? {} : { target: main })}>
      <div role="tooltip" className={classes['explanation']} style={{ left: shown.left, top: shown.top }}>
        {shown.text}
      </div>
    </Portal>
  );
}
