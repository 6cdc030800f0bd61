/**
 * An installation on a real disk with treatments in its journal, for tests and benches of a store.
 * The treatments are plain: each of one person, with so many areas, passes and holds.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { initChart } from '../../host/chart/index.ts';
import {
  initInstallation, type Journal, type JournalWorld, nodeWorld, openJournal,
} from '../../host/journal/index.ts';
import { granted, linked, opened, reservation } from './journal.ts';

/** An installation of a test. */
export interface Clinic {
  readonly dir: string;
  readonly site: string;
  readonly world: JournalWorld;
  readonly remove: () => void;
}

/** Makes an installation with both journals in a fresh folder. */
export function freshClinic(now?: () => string): Clinic {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'corium-store-'));
  const machine = nodeWorld('0.1.0');
  const world = now === undefined ? machine : { ...machine, nowIso: now };
  const { installationId: site } = granted(initInstallation(dir, world));
  granted(initChart(dir, world));
  return {
    dir, site, world,
    remove: () => {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** What a treatment of a test is like. */
export interface Course {
  readonly treatmentId: string;
  readonly person: string;
  readonly operator?: string;
  readonly cartridge?: string;
  readonly areas?: readonly ('cheek' | 'forehead' | 'chin')[];
  readonly holds?: number;
}

const area = (name: 'cheek' | 'forehead' | 'chin') => ({
  ...opened.plan.areas[0], area: name, side: name === 'cheek' ? 'left' : 'midline',
} as const);

/** Writes one whole treatment into an open journal; nothing of it waits for the disk. */
export function writeTreatment(journal: Journal, course: Course, armingId = 1): void {
  const { treatmentId, person, operator = 'm-sato', cartridge = `K-${treatmentId}` } = course;
  const { areas = ['cheek'], holds = 2 } = course;
  const say = (note: Parameters<Journal['append']>[0]): void => {
    granted(journal.append(note));
  };
  say({ ...linked, cartridge: {
    kind: 'patient', modelCode: 3, needleCount: 12, needleLengthUm: 2_000, headAreaMm2: 50,
    lot: `LOT-${cartridge}`, serial: cartridge, expiryDay: 5_000, usedStrokes: 0,
  } });
  const plan = { planId: `plan-${treatmentId}`, areas: areas.map(area) };
  say({ ...opened, treatmentId, person, operator, plan });
  for (const [index, name] of areas.entries()) {
    const id = (armingId + index) % 65_535;
    const { side } = area(name);
    say({ ...reservation, treatmentId, person, area: name, side, armingId: id,
      cartridgeSerial: cartridge, fromStrokes: 0, ceilingStrokes: 1_000 });
    say({ kind: 'armed', armingId: id, retracted: true });
    for (let hold = 1; hold <= holds; hold += 1) {
      say({ kind: 'train', armingId: id, holdId: hold, fromStrokes: (hold - 1) * 100,
        toStrokes: hold * 100, contactMs: 1_000, depthUmPeak: 680 + hold });
    }
    say({ kind: 'settled', armingId: id, strokes: holds * 100, counted: holds * 100,
      contactMs: holds * 1_000, outcome: 'known', retracted: true });
  }
  say({ kind: 'treatment-closed', treatmentId, outcome: 'completed', by: operator });
}

/** Opens the treatment journal of a clinic, lets something be written, and closes it. */
export function treating(clinic: Clinic, run: (journal: Journal) => void): void {
  const journal = granted(openJournal(clinic.dir, clinic.world));
  run(journal);
  granted(journal.close());
}
