import type { Reply } from '../../simulator/server/http';

/**
 * Nothing from elsewhere, nothing inline, no frame around a page, and forms lead nowhere else. The referrer stays, within
 * the sandbox: browsers that hide it hide with it that a form is the sandbox's own.
 */
export const pageHeaders: Record<string, string> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

export const htmlReply = (status: number, body: string): Reply => ({ status, headers: pageHeaders, body });

/** Where a browser goes on after a form: going back or reloading sends nothing twice. */
export const seeOther = (location: string): Reply => ({
  status: 303,
  headers: { ...pageHeaders, Location: location },
  body: '',
});

/** A file that the browser saves. */
export const download = (name: string, body: string): Reply => ({
  status: 200,
  headers: {
    ...pageHeaders,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  },
  body,
});
