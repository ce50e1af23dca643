// in a cascade layer: whatever order the chunks come in, the product's own styles win
import '@mantine/core/styles.layer.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { createNavigation, type Place } from '../lib/navigation.tsx';
import { createQueryClient } from '../lib/query-client.ts';
import { realSurroundings } from '../lib/surroundings.tsx';
import { App } from './app.tsx';
import type { FirstAnswers } from './ask-for-first-screen.ts';
import { colorSchemeAtOnce } from './color-scheme-at-once.ts';
import { Providers } from './providers.tsx';
import { keepInAddress } from './screen-in-address.ts';
import { loadLaterScreens } from './screens.tsx';

/** By then the first screen stands. */
const firstScreenMs = 2000;

/**
 * Draws the window, with the answers that are there already. At once and in one go: what has been compiled when the
 * script that holds all this ends is kept by the browser for the next start.
 */
export function drawWindow(place: Place, answers: FirstAnswers): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
  // react-remove-scroll, inside Mantine's dialogs, takes the nonce of its style element from here
  Object.assign(globalThis, { __webpack_nonce__: nonce });
  const queryClient = createQueryClient();
  for (const [key, answer] of answers) queryClient.setQueryData(key, answer);
  const navigation = createNavigation(place);
  keepInAddress(navigation, (hash) => {
    history.replaceState(null, '', hash);
  });
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no #root');
  // the main process has set what the user chose, as what the system prefers
  colorSchemeAtOnce(document, matchMedia('(prefers-color-scheme: dark)').matches);
  const root = createRoot(element);
  flushSync(() => {
    root.render(
      <Providers queryClient={queryClient} navigation={navigation} surroundings={realSurroundings} nonce={nonce}>
        <App />
      </Providers>,
    );
  });
  setTimeout(loadLaterScreens, firstScreenMs);
}
