/** Adds up figures of the same names; lists are put one behind the other. */
export function sumOf<Figures extends { readonly [Name in keyof Figures]: number }>(
  parts: readonly Figures[],
): Figures {
  const [first, ...rest] = parts;
  if (first === undefined) throw new Error('There is nothing to add up');
  const names = Object.keys(first) as (keyof Figures)[];
  return rest.reduce(
    (sum, part) => Object.fromEntries(names.map((name) => [name, sum[name] + part[name]])) as Figures,
    first,
  );
}
