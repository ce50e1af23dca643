import { askForFirstScreen } from './app/ask-for-first-screen.ts';
import { placeIn } from './app/screen-in-address.ts';

const place = placeIn(location.hash);

// asked while the script that draws is on its way
void askForFirstScreen(place).then(async (answers) => {
  const { drawWindow } = await import('./app/draw-window.tsx');
  drawWindow(place, answers);
});
