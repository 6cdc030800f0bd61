// Why the desk did not do what the window asked, in English. What and why stand before the bar,
// what to do next behind it.

import type { DeskRefusalCode } from '../../../contract/desk-refusal.ts';

/** What the desk says no to. */
export const desk = {
  'not-understood': `The console did not understand the request{item}. | Reload this window and
    try again.`,
  'too-large': 'That is too large to be read{item}. | Choose a smaller file or a shorter text.',
  'viewer-only': `Another window controls the treatment; this one looks on. | Use the other
    window. STOP works here as well.`,
  'controller-present': `The window that controls is still there. | Use it, or close it and take
    over here.`,
  'out-of-turn': 'That cannot be done as things stand{item}. | Finish what is under way first.',
  'name-missing': 'Nobody has said who is at the console. | Enter your name first.',
  'area-planned-already': 'The area is in the plan already{item}. | Change it there.',
  'area-not-planned': 'The area is not in the plan{item}. | Choose it on the figure first.',
  'side-not-possible': 'The area does not have that side{item}. | Choose another side.',
  'areas-too-many': 'The plan has as many areas as it may have{allowed}. | Take one out first.',
  'value-out-of-range': 'The value is out of range{item}{asked}{allowed}. | Choose a smaller one.',
  'plan-empty': 'The plan has no area. | Choose an area on the figure.',
  'plan-not-read': 'The plan could not be read{item}. | Look at the details and mend the file.',
  'case-not-read': `The case file could not be read{item}. | Look at the details and mend the
    file.`,
  'not-admitted': 'The plan is not admitted. | Look at the reasons, one by one.',
  'no-pen': 'No pen answers. | Connect a pen and look again.',
  'pen-address': 'No pen can be reached there{item}. | Choose another connection.',
  'not-simulated': 'That is only possible with a simulated pen. | Choose the simulated pen first.',
  'simulator-refused': 'The simulated pen refused{item}. | Choose something else.',
  'no-such-record': 'There is no such record{item}. | Choose one from the list.',
  'journal-not-read': `The journal cannot be read. | Have it looked at; nothing is treated until
    then.`,
  care: 'A rule of care or of the chart says no{item}. | See what it says, and do that first.',
  'not-signed-in': 'Nobody is signed in here. | Sign in first.',
  'not-permitted': 'Whoever is signed in may not do this{item}. | Ask somebody who may{allowed}.',
  'said-at-visit': 'This person has a chart: it is said at the visit. | Say it there.',
  'bench-at-work': 'The bench has the pen{item}. | Finish the calibration, or cancel it.',
  'no-gauge': `There is no gauge that may be used{item}. | Choose one that is in date, and say where
    it is.`,
  'no-bench-key': 'There is no key to sign a certificate with. | Make one on the bench screen.',
  'no-such-certificate': 'There is no such certificate{asked}. | Choose one from the list.',
  'sound-needed': `A high alarm is on: its sound cannot be paused while its cause lasts. | Do what
    the alarm says.`,
} as const satisfies Record<DeskRefusalCode, string>;
