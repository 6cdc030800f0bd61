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
