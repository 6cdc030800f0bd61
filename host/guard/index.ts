// The door of the guard for the loop and the treatment. Nothing of it is imported by admission,
// control, link or journal, and it imports nothing of them.

export { createGuard, type Guard } from './guard.ts';
export type { GuardRefusal } from './refusal.ts';
