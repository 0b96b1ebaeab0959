import type { Reply } from './http';

/** Milliseconds after which an idle caller is written to, so that neither end takes the connection for dead. */
const heartbeat = 25_000;

/**
 * Reports every change to a caller as it happens, as server-sent events. An event says that something may have changed, and
 * nothing of what.
 */
export const changeStream = (onChange: (listener: () => void) => () => void): Reply => ({
  status: 200,
  headers: {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  },
  body: '',
  stream: (listener) => {
    listener.write(': connected\n\n');
    const timer = setInterval(() => listener.write(':\n\n'), heartbeat).unref();
    const end = onChange(() => listener.write('event: change\ndata:\n\n'));
    return () => {
      clearInterval(timer);
      end();
    };
  },
});
