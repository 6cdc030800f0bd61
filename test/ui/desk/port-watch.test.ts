/** A pen that is plugged in after the start is noticed, and nothing is opened for it. */
import { expect, test } from 'vitest';
import type { PortView } from '../../../ui/contract/desk-state.ts';
import { lookOnce, type WatchGround } from '../../../ui/desk/port-watch.ts';

const PEN: PortView = { address: 'serial:/dev/ttyACM0', kind: 'pen', words: 'Corium pen' };

function ground() {
  const told: string[] = [];
  const system = { paths: [] as readonly string[], ports: [] as readonly PortView[] };
  let listed: readonly PortView[] = [];
  let busy = false;
  let refreshes = 0;
  const watch: WatchGround = {
    paths: () => Promise.resolve(system.paths),
    refresh: () => {
      refreshes += 1;
      listed = system.ports;
      return Promise.resolve();
    },
    ports: () => listed,
    busy: () => busy,
    came: ({ address }) => told.push(`came ${address}`),
    went: ({ address }) => told.push(`went ${address}`),
  };
  const plug = (ports: readonly PortView[]): void => {
    system.ports = ports;
    system.paths = ports.map(({ address }) => address);
  };
  const setBusy = (next: boolean): void => {
    busy = next;
  };
  return { watch, told, plug, setBusy, refreshes: () => refreshes };
}

test('a pen that is plugged in is told once, and so is one that is pulled out', async () => {
  const { watch, told, plug, refreshes } = ground();
  let seen = await lookOnce(watch, '');
  expect(told).toEqual([]);
  plug([PEN]);
  seen = await lookOnce(watch, seen);
  seen = await lookOnce(watch, seen);
  expect(told).toEqual(['came serial:/dev/ttyACM0']);
  expect(refreshes()).toBe(1);
  plug([]);
  await lookOnce(watch, seen);
  expect(told).toEqual(['came serial:/dev/ttyACM0', 'went serial:/dev/ttyACM0']);
});

test('nobody looks while a treatment or a calibration has the pen', async () => {
  const { watch, told, plug, setBusy } = ground();
  plug([PEN]);
  setBusy(true);
  const seen = await lookOnce(watch, '');
  expect(told).toEqual([]);
  setBusy(false);
  await lookOnce(watch, seen);
  expect(told).toEqual(['came serial:/dev/ttyACM0']);
});
