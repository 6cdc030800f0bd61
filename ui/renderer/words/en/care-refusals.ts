// Why something of care was not done, in English: what, and behind the bar what to do next.

/** Why something may not be used. */
export const adjunct = {
  blocked: '{name}: not needled in. | Use sterile glide only.',
  'no-prescriber': '{name}: no prescriber has signed. | Ask one, or leave it.',
  'no-lot': '{name}: the lot is missing. | Read it off the package.',
} as const;

/** Why a cartridge was not given. */
export const claim = {
  'held-already': 'The cartridge {serial} was taken for another visit. | Take a new one.',
  'cartridge-blocked': 'The cartridge {serial} is blocked. | Throw it away, take a new one.',
  'used-already': 'The cartridge {serial} has needled before. | Throw it away, take a new one.',
  'seen-while-alone': `The cartridge {serial} was seen before, and the other rooms cannot be
    asked. | Take a fresh package.`,
} as const;

/** Why a follow-up is not taken. */
export const followUp = {
  'no-such-visit': 'There is no such visit. | Read the chart anew.',
  'before-visit': 'A follow-up comes at least a day after the visit. | Come back then.',
  'in-future': 'That day is to come. | Look at the clock.',
  'milestone-unknown': 'No such milestone is known. | Choose from the list.',
  'flag-unknown': 'No such red flag is known. | Choose from the list.',
  'nothing-treated': 'This visit treated nothing. | There is nothing to follow up.',
  'not-reached-with-flags': 'Nobody was reached, and yet red flags are told. | Say how they came.',
} as const;

/** Why nothing could be written. */
export const journal = {
  chart: 'The chart did not take it: {says} | Have it looked at.',
  other: 'It was not done ({code}). | Try once more.',
} as const;

/** Why a step of numbing is not taken. */
export const numbing = {
  'product-missing': 'The cream has no name. | Enter the one on the tube.',
  'strength-impossible': 'The strength is not above 0 and up to 100 %. | Read the tube.',
  'amount-impossible': 'The amount is not above 0 and up to 60 g. | Weigh or estimate it.',
  'size-impossible': 'The size is not above 0 and up to 600 cm². | Enter what was covered.',
  'area-missing': 'No place is named. | Say where the cream is.',
  'label-impossible': 'The label time is not 1 to 300 min. | Read the label.',
  'clock-went-back': 'The clock went back. | Take the cream off now.',
  'after-first-puncture': 'The skin has been punctured. | Put no more on.',
  'nothing-to-remove': 'No cream is on the skin. | Nothing was noted.',
  'not-removed': 'The cream is still on. | Take it off first.',
  'not-cleaned': 'The skin is not cleaned. | Clean it first.',
} as const;

/** Why nothing was done with a person. */
export const people = {
  'no-such-person': 'Nobody has this key here. | Look for the person by name.',
  'person-there': 'This key is somebody’s already. | Try again; a fresh one is made.',
  'perhaps-there': `Somebody of the same name and birth date has a chart. | Open it, or say that
    it is another person.`,
  'other-key': 'Names here are sealed under another key. | Bring the right key to this computer.',
  'merged-already': 'This chart goes on in another one. | Open that one.',
  'same-person': 'That is one chart. | Name two.',
  'name-empty': 'The name has no letter in it. | Write it as the person writes it.',
  'name-unreadable': 'The name holds signs that cannot be written. | Type it anew.',
  'name-too-long': 'The name is longer than {allowed:number} characters. | Shorten it.',
  'contact-unreadable': 'The contact is too long, or cannot be written. | Type it anew.',
  'no-such-day': 'There is no such day. | Write the birth date as YYYY-MM-DD.',
  'born-in-future': 'That day is to come. | Look at the birth date and the clock.',
  'born-too-long-ago': 'Nobody is older than {allowed:number}. | Look at the year.',
  'key-absent': `Names cannot be sealed yet: this computer has no key. | Make the key, or bring
    it here.`,
  'key-unusable': 'The key on this computer cannot be used. | Have it looked at.',
  'key-already-there': 'There is a key already. | Use that one.',
  'key-inside-data': `The key does not belong into the folder of the records. | Choose another
    place.`,
  'key-unwritable': 'No key could be written. | Have the folder looked at.',
} as const;

/** Why a package is not taken. */
export const scan = {
  empty: 'The scanner sent nothing. | Scan again.',
  'too-long': 'That is more than a package has. | Scan one code only.',
  'other-symbology': 'The code is of another kind. | Scan the one marked UDI.',
  'strange-letter': 'The value of ({about}) has a sign that no GS1 code has. | Scan again.',
  'unknown-identifier': '“{about}” begins no part of a package code. | Scan the one marked UDI.',
  'identifier-twice': 'The code says ({about}) twice. | Scan one package only.',
  'value-missing': 'Nothing stands after ({about}). | Scan again.',
  'value-too-long': `What stands after ({about}) is too long. | Let the scanner send the
    separator (FNC1).`,
  'value-too-short': 'What stands after ({about}) is cut short. | Scan again.',
  'not-digits': 'What stands after ({about}) should be digits. | Scan again.',
  'check-digit-wrong': 'The check digit of {about} is wrong. | Scan again, or type with care.',
  'bracket-broken': 'That is no identifier in brackets. | Type it as printed.',
  'article-missing': 'The code names no article (01). | Scan the one marked UDI.',
  'serial-missing': 'The code has no serial number (21). | Take a cartridge that has one.',
  'expiry-missing': 'The code has no expiry date (17). | Take another.',
  'date-impossible': '{about} is no date. | Scan again, or take another.',
  'article-unknown': 'Article {about} is new here. | Say that it is used here, or take another.',
  expired: 'The cartridge expired on {about}. | Throw it away.',
  'made-in-future': 'The package says it is made on {about}. | Look at the clock, or take another.',
  'made-after-expiry': 'Made on {about}, after its expiry. | Take another.',
} as const;

/** What is open in a screening. */
export const screening = {
  'not-today': 'The answers are not of today. | Ask all questions again.',
  unsigned: 'Nobody has signed for having asked. | Say who you are.',
  'skin-type-missing': 'The Fitzpatrick type is missing. | Look at the skin and choose it.',
  'birth-missing': 'The date of birth is missing. | Ask for it.',
  'birth-impossible': 'The date of birth cannot be. | Correct it.',
  unanswered: 'Not answered: {question} | Ask it.',
  contradicted: 'Answered twice: {question} | Keep one answer.',
  'day-impossible': 'The day cannot be: {question} | Correct it.',
  'question-unknown': 'Nobody asks this. | Answer anew.',
  'note-missing': 'A note is missing: {question} | Write what was decided.',
  'pigment-plan-missing': `This skin may keep dark marks and nothing is agreed. | Agree on sun
    and photographs, answer yes.`,
  'clearance-empty': 'A clearance lacks signer or reason. | Complete it.',
  'clearance-pointless': 'Nobody can clear this: {question} | Take the clearance out.',
  'under-age': 'The person is under {allowed:number} years old. | Do not treat.',
  forbids: 'Yes to: {question} | Do not treat.',
  'needs-prescriber': 'Yes to: {question} | Ask a prescriber, or do not treat.',
} as const;

/** Why a series or a lock was not written. */
export const series = {
  'no-area': 'No place is named. | Name one.',
  closed: '{where} is closed, and waiting does not open it. | See why.',
  'visits-out-of-range': `A series has {least:number} to {most:number} visits. | Choose within
    that.`,
  'too-close': `{asked:number} days apart is too close; {allowed:number} are needed. | Choose
    more.`,
  'no-such-series': 'There is no such series. | Read the chart anew.',
  'locked-already': 'It is locked already. | Nothing was noted.',
  'not-locked': 'It is not locked. | Nothing was noted.',
} as const;

/** Why there is no sheet. */
export const sheet = {
  'nothing-treated': 'This treatment needled nothing. | There is nothing to look after.',
  'no-visit': 'No visit in the chart has this treatment. | It is kept as a file.',
  'still-open': 'The treatment is still open. | End it first.',
} as const;

/** Why somebody was turned away. */
export const staff = {
  'not-recognised': 'Name and secret do not belong together. | Try once more.',
  'locked-out': 'Too many wrong tries. | Come back in {waitMs:minutes}.',
  'not-permitted': 'Your role may not do this. | Ask: {roles}.',
  'sign-in-needed': 'People sign in here. | Sign in: {roles}.',
  'sign-in-ended': 'The sign-in has ended. | Sign in again.',
  retired: 'That person has left. | Ask somebody who works here.',
  'nobody-yet': 'Nobody signs in here yet. | Begin with “corium users first”.',
  'no-reason': 'A reason is missing. | Write it.',
} as const;

/** What stands against the needle at a visit. */
export const visit = {
  'no-person': 'No chart is open here. | Choose a person first.',
  'no-chart': 'This person has no chart. | Make one first.',
  'no-visit': 'No visit is open today. | Open it.',
  'open-already': 'A visit is open today already. | Go on with it.',
  'not-screened': 'The questions were not answered today. | Ask them.',
  'numbing-on-skin': 'Numbing cream is on the skin. | Take it off.',
  'numbing-not-cleaned': 'The cream is off and the skin not cleaned. | Clean it.',
  'cartridge-not-claimed': 'No cartridge is claimed. | Scan one.',
  'cartridge-blocked': 'A cartridge is blocked. | Throw it away and scan another.',
  'strange-cartridge': 'The cartridge in the pen is not one of this visit. | Scan its package.',
  'adjunct-against': 'What is on the skin may not be used so. | Choose it anew.',
  'chart-merged': 'This chart goes on in another one. | Open that one.',
  'clock-behind': 'The clock of this computer is behind the chart. | Set it right.',
  'area-locked': '{where}: locked since {since}. | Somebody who may has to look at it.',
  'step-open': 'A step is open. | Do it, and note it.',
  'was-treated': `The journal says that something was treated. | Close it as treated or as
    stopped.`,
  'was-not-treated': 'The journal knows of no treatment. | Close it as not treated.',
} as const;
