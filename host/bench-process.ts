// A bench in a process of its own, with the pen, its gauge and nothing else on its thread. The
// console that started it speaks to it over the process channel. Nothing happens here: this root
// hands the calendar of the machine to whoever serves that console.

import { serveBench } from './cli/bench/serve.ts';
import { today } from './cli/today.ts';
import { askForPriority } from './link/priority.ts';

askForPriority();
serveBench(today);
