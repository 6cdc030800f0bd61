// Why a plan is not admitted, in English, where it lies in the plan, the table or the person. What
// and why stand before the bar, what to do next behind it.

import type { PersonRefusalCode, PlanRefusalCode } from '../../../../host/core/refusal.ts';

/** Reasons that lie in the plan and the table. */
export const planRefusals = {
  'profile-expired': 'The limit profile is past its date. | Install a profile that is in date.',
  'duplicate-area': `{where}: planned twice, under one name or two; it is one piece of skin with
    one budget. | Keep one of them.`,
  'side-not-possible': `{where}: the side does not fit the area. | Choose left or right for a
    paired area, midline for any other.`,
  'area-blocked': `{where}: never treated, because no safe depth is known. | Take it out of the
    plan.`,
  'indication-not-listed': `{where}: the table has no row for {item}, so it is blocked. | Plan the
    area without the indication, or leave it out.`,
  'indication-needs-prescriber': `{where}: treating {item} needs a prescriber’s signed clearance.
    | Add the clearance to the case file, or plan the area without the indication.`,
  'indication-on-first-visit': `{where}: {item} is not treated on a first visit. | Plan the area
    without the indication today.`,
  'depth-over-limit': `{where}: {asked:mm} asked, {allowed:mm} allowed{because}. | Lower the
    depth.`,
  'depth-under-pen': `{where}: what remains of the depth{because} is less than this pen can set,
    after what it may be wrong by. | Use a pen with a finer step or a tighter calibration, or
    leave the area out.`,
  'reason-missing': `{where}: {asked:mm} asked, more than the recommended {allowed:mm}. | Record a
    reason in the plan, or lower the depth.`,
  'passes-over-limit': `{where}: {asked:number/pass/passes} asked, {allowed:number}
    allowed{because}. | Plan fewer passes.`,
  'size-over-limit': `{where}: {asked:cm2} declared, {allowed:cm2} is the most, because the size
    sets every budget. | Measure again and declare the true size.`,
  'size-too-small': `{where}: {asked:cm2} would not take a single stroke of this cartridge. | Use
    a cartridge with fewer needles, or leave the area out.`,
  'size-grew': `{where}: declared with {allowed:cm2} earlier today and with {asked:cm2} now; a
    budget does not grow. | Declare the earlier size.`,
  'energy-refused': `{where}: no energy may be given here ({item}). | Plan needles alone, or have
    what is missing declared and signed.`,
  'spot-too-dense': `{where}: one stroke of this cartridge lays more than half the density that
    one spot may have. | Use a cartridge with fewer needles.`,
  'rate-over-limit': '{where}: {asked:hz} asked, {allowed:hz} allowed{because}. | Lower the rate.',
  'rate-under-pen': `{where}: {asked:hz} asked, and this pen runs no slower than {allowed:hz}. |
    Plan its rate if the area allows it, or use another pen.`,
  'pen-too-fast': `{where}: this pen runs no slower than {asked:hz}, and {allowed:hz} is allowed.
    | Use a pen with a variable rate.`,
  'treatment-too-long': `All areas together ({item}) need {asked:minutes} of needles on skin, and
    {allowed:minutes} are left today. | Plan fewer areas or passes.`,
  'treatment-too-many-punctures': `All areas together ({item}) come to {asked:number} punctures,
    and {allowed:number} are left today. | Plan fewer areas or passes.`,
} as const satisfies Record<PlanRefusalCode, string>;

/** Reasons that lie in the person, or in not knowing the person. */
export const personRefusals = {
  'person-mismatch': `The plan and the case file are about different people. | Open the right case
    file.`,
  'case-file-unsigned': `Nobody has signed the case file, so nobody answers for it. | Have it
    signed.`,
  'date-in-future': `{where}: a date on record lies after today. | Correct the date, or the clock
    of this computer.`,
  'age-unknown': `The date of birth is not on file, so age limits cannot be applied. | Enter the
    date of birth.`,
  'age-under-limit': `The person is {asked:number/year/years} old, and no pen is cleared for
    anybody under {allowed:number}. | Do not treat.`,
  'skin-type-unknown': `The Fitzpatrick skin type is not on file, so depth cannot be reduced for
    it. | Assess the skin and enter its type.`,
  'condition-unknown': `Nobody has said yes or no to {item}, which would reduce the limits. | Ask
    and enter the answer.`,
  'screening-unsigned': `Nobody has signed the screening. | Have the person who asked the
    questions sign it.`,
  'screening-not-today': `The screening was not answered today, and answers do not carry over. |
    Ask every question again.`,
  'screening-unanswered': 'The question on {item} has no answer. | Ask it and enter yes or no.',
  'screening-forbids': `The screening says yes to {item}, which forbids treatment. | Do not treat
    unless a prescriber has signed a clearance where one is possible.`,
  'interval-too-short': `{where}: treated {asked:number/day/days} ago, and {allowed:number} days
    have to lie between treatments. | Come back later.`,
  'treated-today-unaccounted': `{where}: treated today by the case file, but the journal here does
    not know how much. | Do not treat it again today.`,
  'red-flag': `{where}: an earlier treatment raised a red flag or was never judged. | Have it
    reviewed and recorded first.`,
  'eye-too-early': `{where}: waits until another area of the face was treated, followed up on a
    recorded date and found without a red flag. | Record the follow-up, or leave the area out.`,
  'eye-protection-missing': `{where}: the plan provides no eye protection. | Plan a shield and put
    it in place.`,
  'budget-unknown': `The journal here cannot be read, so nobody knows what was already spent. |
    Restore the journal before treating.`,
  'budget-spent': '{where}: has received all it may today. | Leave it out.',
} as const satisfies Record<PersonRefusalCode, string>;
