// Everything that admission looks at besides the plan, as one argument: what day it is, which
// profile is in force, what the pen says, what is known of the person, what was already spent.

import type { BudgetSpent } from './budget-spent.ts';
import type { CaseFile } from './case-file.ts';
import type { Day } from './day.ts';
import type { EnergyCase } from './energy-facts.ts';
import type { LimitProfile } from './limit-profile.ts';
import type { PenDescription } from './pen-description.ts';
import type { Shaken } from './registry/standing.ts';

/** A patient cartridge that the journal has seen in use. */
export interface CartridgeUse {
  readonly serial: string;
  readonly person: string;
  readonly on: Day;
}

/** The facts of an admission; what cannot be read is `unknown`, never left out. */
export interface AdmissionFacts {
  readonly today: Day;
  readonly profile: LimitProfile;
  /** Undefined while a plan is only looked at and no pen is linked. */
  readonly pen: PenDescription | undefined;
  /** Undefined means that nothing is known of the person: a first visit. */
  readonly caseFile: CaseFile | undefined;
  readonly spent: BudgetSpent | 'unknown';
  readonly cartridgeUses: readonly CartridgeUse[];
  /** What shook the pen since the certificate that it carries, as the journal knows. */
  readonly shaken?: Shaken | undefined;
  /** Treatments before this one that it was used in under that certificate. */
  readonly treatmentsSince?: number | undefined;
  /** Who would give energy and what the person answered to it; without it there is none. */
  readonly energy?: EnergyCase | undefined;
}
