import '@mantine/core/styles.layer.css';
import '../../../src-renderer/app/base.css';
import { configure, screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { createRoot } from 'react-dom/client';
import { App } from '../../../src-renderer/app/app.tsx';
import { Providers } from '../../../src-renderer/app/providers.tsx';
import { createNavigation } from '../../../src-renderer/lib/navigation.tsx';
import { createFakeDesk } from '../fake-desk.ts';
import { appState } from '../fixtures.ts';
import { createQueryClient } from '../../../src-renderer/lib/query-client.ts';
import { stillSurroundings } from '../still-surroundings.ts';
import { scenes } from './scenes.ts';

configure({ asyncUtilTimeout: 8000 });
const [name, theme] = window.location.hash.slice(1).split('/');
const scene = scenes.find((one) => one.name === name);
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');

if (scene === undefined) {
  root.innerHTML = scenes
    .map((one) => `<p>${one.name}: <a href="?1#${one.name}/light">light</a> <a href="?2#${one.name}/dark">dark</a></p>`)
    .join('');
} else {
  const colorScheme = theme === 'dark' ? 'dark' : 'light';
  const desk = createFakeDesk({ ...scene.world, app: { ...(scene.world?.app ?? appState()), colorScheme } });
  scene.arrange?.(desk);
  Object.defineProperty(window, 'desk', { value: desk.bridge });
  createRoot(root).render(
    <Providers
      queryClient={createQueryClient()}
      navigation={createNavigation(scene.place)}
      surroundings={stillSurroundings()}
      nonce=""
    >
      <App />
    </Providers>,
  );
  await screen.findAllByRole('heading', { level: 1 });
  const person = userEvent.setup({ document });
  await scene.play?.(person, desk);
}
document.documentElement.dataset['ready'] = 'true';
