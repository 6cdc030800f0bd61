// The door of the chart for the rest of the host's shell and for its roots.

export {
  type Chart,
  chartFolder,
  type ChartRefusal,
  type Decide,
  initChart,
  openChart,
} from './chart-journal.ts';
export { explainChart } from './chart-words.ts';
export { type Identity, openIdentity, plainName, readIdentity } from './identity.ts';
export {
  type IdentityKey,
  identityKeySentence,
  newIdentityKey,
  readIdentityKey,
  usualIdentityKeyPath,
} from './identity-key.ts';
export {
  amendPerson, freshPerson, mergePeople, nowOf, type PeopleRefusal, registerPerson,
} from './people.ts';
export { peopleSentence } from './people-words.ts';
