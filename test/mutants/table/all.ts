/** All mutants, folder by folder, in the order in which they are run and shown. */
import type { Table } from '../mutant.ts';
import { HOST_CHART } from './host-chart.ts';
import { HOST_CORE_CARE } from './host-core-care.ts';
import { HOST_CORE_CONTROL } from './host-core-control.ts';
import { HOST_CORE_WATCH } from './host-core-watch.ts';
import { HOST_CORE } from './host-core.ts';
import { HOST_GUARD } from './host-guard.ts';
import { HOST_JOURNAL } from './host-journal.ts';
import { HOST_LINK } from './host-link.ts';
import { HOST_LOOP } from './host-loop.ts';
import { HOST_PAIRING } from './host-pairing.ts';
import { HOST_STAFF } from './host-staff.ts';
import { HOST_STORE } from './host-store.ts';
import { HOST_TREAT } from './host-treat.ts';
import { HOST_PROFILE } from './host-profile.ts';
import { PROTOCOL_SEAL, SIM_PAIRING } from './pairing.ts';
import { PROTOCOL } from './protocol.ts';
import { RADIOFREQUENCY } from './rf.ts';
import { SIM_FIRMWARE_GUARD } from './sim-firmware-guard.ts';
import { SIM_FIRMWARE } from './sim-firmware.ts';
import { THREE_GUARDS } from './three-guards.ts';

/** Every table, in the order in which it is run and shown. */
export const TABLES: readonly Table[] = [
  HOST_CORE,
  HOST_CORE_CONTROL,
  HOST_CORE_WATCH,
  HOST_CORE_CARE,
  HOST_LINK,
  HOST_JOURNAL,
  HOST_LOOP,
  HOST_TREAT,
  HOST_GUARD,
  HOST_PROFILE,
  SIM_FIRMWARE_GUARD,
  SIM_FIRMWARE,
  RADIOFREQUENCY,
  PROTOCOL,
  PROTOCOL_SEAL,
  SIM_PAIRING,
  HOST_PAIRING,
  HOST_CHART,
  HOST_STORE,
  HOST_STAFF,
  THREE_GUARDS,
];
