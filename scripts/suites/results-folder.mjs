/** Where reports and what failed tests leave behind are put. */
export const resultsFolder = 'test-results';
