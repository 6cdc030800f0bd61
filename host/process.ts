// The host in a process of its own, with the link and the loop and nothing else on its thread. The
// console that started it speaks to it over the process channel. Nothing happens here: this root
// hands the machine it runs on to whoever serves that console.

import { today } from './cli/today.ts';
import { nodeWorld } from './journal/index.ts';
import { askForPriority } from './link/priority.ts';
import { serveConsole } from './treat/serve.ts';
import { HOST_VERSION } from './version.ts';

askForPriority();
serveConsole({ world: nodeWorld(HOST_VERSION), today: () => today() });
