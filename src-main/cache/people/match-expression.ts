/**
 * The search expression (https://sqlite.org/fts5.html, 3) for rows with one of the facets and with words that start
 * with each of the terms; null when nothing is asked for. Terms and facets hold letters and digits alone, so that
 * nothing in them can be taken for an operator; the quotes keep words like AND from being one.
 */
export function matchExpression(terms: readonly string[], facets: readonly string[] | null): string | null {
  const parts = terms.map((term) => `"${term}" *`);
  if (facets !== null) parts.push(`(${facets.map((facet) => `"${facet}"`).join(' OR ')})`);
  return parts.length === 0 ? null : parts.join(' AND ');
}
