// Where the window begins: a road to the desk, a link over it, and the app that draws. Nothing is
// decided here and nothing else is created.

import { render } from 'solid-js/web';
import { App } from './app/app.tsx';
import { startLink } from './link.ts';
import { roadOfWindow } from './road.ts';

const root = document.getElementById('app');
if (root !== null) {
  const link = startLink(roadOfWindow());
  render(() => <App link={link} />, root);
}
