// A whole treatment by requests alone, through the real server, the real host process and a real
// simulated pen on its pseudo-terminal; and what is left of it when windows come, go and break.
import { once } from 'node:events';
import { expect, test } from 'vitest';
import type { Ask } from '../../../ui/contract/request.ts';
import { type ConsoleRig, openConsole, openWindow, type PlainWindow } from '../console-rig.ts';

const LOOKED: Ask = {
  kind: 'room',
  room: {
    numbing: 'none',
    packageWasIntact: true,
    barrierFitted: true,
    onlySterileGlide: true,
    cleanedSinceLastPerson: true,
  },
};

const FOREHEAD = { area: 'forehead', side: 'midline' } as const;

/** Opens a console on one small area of the invented person. */
async function onForehead(sizeMm2: number): Promise<ConsoleRig & { readonly window: PlainWindow }> {
  const rig = await openConsole({ pen: 'sim' });
  const window = await openWindow(rig.server.address);
  await window.until(() => window.state().pen.standing.kind === 'met', 'a pen');
  for (const { area, side } of window.state().plan.draft.areas) {
    if (area !== 'forehead') await window.ask({ kind: 'remove-area', area, side });
  }
  await window.ask({ kind: 'change-area', ...FOREHEAD, change: { sizeMm2, passes: 1 } });
  await window.ask(LOOKED);
  return { ...rig, window };
}

async function armed(window: PlainWindow): Promise<void> {
  expect(await window.ask({ kind: 'begin' })).toEqual({ ok: true });
  await window.until(
    () => window.snapshot()?.areas[0]?.against.length === 0,
    'an area against which nothing stands',
  );
  expect(await window.ask({ kind: 'arm', ...FOREHEAD, eyeConfirmed: false })).toEqual({ ok: true });
}

test('a treatment is planned, given and recorded by requests alone', async () => {
  const { window, close } = await onForehead(60);
  expect(window.state().plan.check.admissible).toBe(true);
  expect(window.state().room.open).toEqual([]);
  await armed(window);
  await window.until(() => window.snapshot()?.next === 'finish', 'the end of the area');
  await window.ask({ kind: 'finish', outcome: 'completed' });
  await window.until(() => window.state().treatment.kind === 'ended', 'the end');
  const { treatment, records, room } = window.state();
  expect(treatment).toMatchObject({ kind: 'ended', outcome: 'completed' });
  // What was looked at was looked at for this treatment.
  expect(room.open.length).toBeGreaterThan(0);
  const [line] = records;
  expect(line).toMatchObject({ outcome: 'completed', unknownStrokes: 0 });
  expect(line?.strokes).toBeGreaterThan(10);
  const read = await window.ask({ kind: 'read-record', treatmentId: line?.treatmentId ?? '' });
  expect(read).toMatchObject({ ok: true, answer: { kind: 'record', view: { accepted: true } } });
  const running = window.trace.filter(({ phase }) => phase === 'running');
  expect(running.length).toBeGreaterThan(5);
  expect(new Set(running.map(({ commandedUm }) => commandedUm)).size).toBe(1);
  expect(running.some(({ depthUm }) => depthUm !== undefined)).toBe(true);
  await close();
});

test('a window that reloads in the middle of a treatment has everything again', async () => {
  const { window, close, server } = await onForehead(3_000);
  await armed(window);
  await window.until(() => window.snapshot()?.phase === 'running', 'a stroke');
  const before = window.state();
  window.close();
  await once(window.raw, 'close');
  const again = await openWindow(server.address);
  await again.until(() => again.state().windows.role === 'controller', 'control');
  expect(again.state().treatment).toEqual(before.treatment);
  expect(again.state().plan).toEqual(before.plan);
  await again.until(() => again.snapshot() !== undefined, 'a snapshot');
  expect(again.snapshot()?.phase).not.toBe('unlinked');
  await again.ask({ kind: 'stop' });
  await again.until(() => again.snapshot()?.phase === 'latched', 'a stop');
  expect(again.snapshot()?.cause).toMatchObject({ kind: 'operator', by: 'Demo operator' });
  const { treatment } = again.state();
  const treatmentId = treatment.kind === 'running' ? treatment.admitted.treatmentId : '';
  const read = await again.ask({ kind: 'read-record', treatmentId });
  const record = read.ok && read.answer?.kind === 'record' ? read.answer.view.record : undefined;
  // One press of the button is one stop in the journal.
  expect(record?.events.filter(({ kind }) => kind === 'stop')).toHaveLength(1);
  expect(again.state().alarms.log.map(({ alarm }) => alarm)).toContain('operator-stop');
  await close();
});

test('a window that looks on may stop the pen and nothing else', async () => {
  const { window, close, server } = await onForehead(3_000);
  const viewer = await openWindow(server.address);
  expect(viewer.state().windows).toMatchObject({ role: 'viewer', controllerPresent: true });
  await armed(window);
  await viewer.until(() => viewer.snapshot()?.phase === 'running', 'a stroke');
  expect(await viewer.ask({ kind: 'end-area' })).toMatchObject({
    ok: false, refusals: [{ code: 'viewer-only' }],
  });
  expect(await viewer.ask({ kind: 'take-control' })).toMatchObject({
    ok: false, refusals: [{ code: 'controller-present' }],
  });
  expect(viewer.snapshot()?.phase).toBe('running');
  expect(await viewer.ask({ kind: 'stop' })).toEqual({ ok: true });
  await viewer.until(() => viewer.snapshot()?.phase === 'latched', 'a stop');
  window.close();
  await viewer.until(() => !viewer.state().windows.controllerPresent, 'a console without control');
  expect(await viewer.ask({ kind: 'take-control' })).toEqual({ ok: true });
  // The pen refuses to be cleared while its trigger is held; the hand lets go when it has seen.
  await viewer.ask({ kind: 'sim-operator', operator: 'nobody' });
  await viewer.until(() => viewer.snapshot()?.pen?.trigger === false, 'a trigger let go of');
  expect(await viewer.ask({ kind: 'clear' })).toEqual({ ok: true });
  await viewer.until(() => viewer.snapshot()?.phase === 'ready', 'a pen that is ready');
  await close();
});

test('what is not admitted is not begun, and every reason is told', async () => {
  const { window, close } = await onForehead(60);
  await window.ask({ kind: 'change-area', ...FOREHEAD, change: { depthUm: 2_000 } });
  const { check } = window.state().plan;
  expect(check.admissible).toBe(false);
  expect(check.refusals.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['depth-over-limit', 'reason-missing']));
  const begun = await window.ask({ kind: 'begin' });
  expect(begun).toMatchObject({ ok: false, refusals: [{ code: 'not-admitted' }] });
  expect(window.state().treatment).toEqual({ kind: 'none' });
  expect(await window.ask({ kind: 'arm', ...FOREHEAD, eyeConfirmed: false })).toMatchObject({
    ok: false, refusals: [{ code: 'out-of-turn' }],
  });
  await close();
});

test('a fault from the simulator panel stops the treatment and is in the alarm log', async () => {
  const { window, close } = await onForehead(3_000);
  await armed(window);
  await window.until(() => window.snapshot()?.phase === 'running', 'a stroke');
  expect(await window.ask({ kind: 'sim-fault', fault: 'motor-stall' })).toEqual({ ok: true });
  await window.until(() => window.snapshot()?.phase === 'latched', 'a stop');
  await window.until(() => window.state().alarms.log.length > 0, 'an alarm');
  expect(window.state().simulator?.faults).toMatchObject([{ fault: 'motor-stall' }]);
  expect(await window.ask({ kind: 'sim-fault', fault: 'flat-tyre' })).toMatchObject({
    ok: false, refusals: [{ code: 'simulator-refused' }],
  });
  await close();
});
