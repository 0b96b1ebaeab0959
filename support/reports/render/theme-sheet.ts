import path from 'node:path';

/** The style sheet with the colours of all pages. */
export const themeSheet = path.join(__dirname, 'views/theme.css');
