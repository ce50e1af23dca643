import { runMain } from './progress.mjs';
import { runTour } from './tour/run-tour.mjs';

await runMain(runTour);
