/** What the two lists are about: a service takes decisions by itself, a web site's are recorded by hand. */
export const sectionTexts = (isGuided: boolean) =>
  isGuided
    ? {
        empty: 'Everything that you decided was done on the portal’s web site, and recorded.',
        refused: 'These could not be done on the portal’s web site. They stay until you dismiss them.',
        waiting: 'Kept on this computer. You do each on the portal’s web site, then record it.',
      }
    : {
        empty: 'Everything that you decided has reached the portal.',
        refused: 'The portal refused these. They stay until you dismiss them.',
        waiting: 'Kept on this computer, and sent in this order for each organization.',
      };
