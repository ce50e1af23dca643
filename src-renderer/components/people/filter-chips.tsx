import classes from './filter-bar.module.css';

export interface FilterChipsProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** None chosen: everything is shown. */
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: Value[]) => void;
}

/** Switches of which several may be on. */
export const FilterChips = <Value extends string>({ label, options, chosen, onChange }: FilterChipsProps<Value>) => (
  <fieldset className={classes['group']}>
    <legend className={classes['name']}>{label}</legend>
    {options.map((option) => {
      const on = chosen.includes(option.value);
      return (
        <button
          key={option.value}
          type="button"
          className={classes['chip']}
          aria-pressed={on}
          onClick={() =>
            onChange(
              options
                .map(({ value }) => value)
                .filter((value) => (value === option.value ? !on : chosen.includes(value))),
            )
          }
        >
          {option.label}
        </button>
      );
    })}
  </fieldset>
);
