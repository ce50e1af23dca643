import 'react';

declare module 'react' {
  interface HTMLAttributes<T> {
    /** The browser notes under this name when the element's text was first painted (W3C Element Timing). */
    elementtiming?: string;
  }
}
