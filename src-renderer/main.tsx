// in a cascade layer: whatever order the chunks come in, the product's own styles win
import '@mantine/core/styles.layer.css';
import './app/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { askForFirstScreen } from './app/ask-for-first-screen.ts';
import { Providers } from './app/providers.tsx';
import { loadLaterScreens } from './app/screens.tsx';
import { keepInAddress, placeIn } from './app/screen-in-address.ts';
import { createNavigation } from './lib/navigation.tsx';
import { createQueryClient } from './lib/query-client.ts';
import { realSurroundings } from './lib/surroundings.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
// react-remove-scroll, inside Mantine's dialogs, takes the nonce of its style element from here
Object.assign(globalThis, { __webpack_nonce__: nonce });

const queryClient = createQueryClient();
const navigation = createNavigation(placeIn(location.hash));
keepInAddress(navigation, (hash) => {
  history.replaceState(null, '', hash);
});

/** By then the first screen stands. */
const firstScreenMs = 2000;

void askForFirstScreen(queryClient, navigation.getState().place).then(() => {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root');
  createRoot(root).render(
    <Providers queryClient={queryClient} navigation={navigation} surroundings={realSurroundings} nonce={nonce}>
      <App />
    </Providers>,
  );
  setTimeout(loadLaterScreens, firstScreenMs);
});
