import { askForFirstScreen } from './app/ask-for-first-screen.ts';
import { askForFonts } from './app/ask-for-fonts.ts';
import { placeIn } from './app/screen-in-address.ts';
import { stylesAreThere } from './app/styles-are-there.ts';

const place = placeIn(location.hash);

// the script that draws is evaluated while the main process gathers its answers
void Promise.all([askForFirstScreen(place), import('./app/draw-window.tsx'), stylesAreThere(document)]).then(
  ([answers, { drawWindow }]) => {
    drawWindow(place, answers);
  },
);
askForFonts(document);
