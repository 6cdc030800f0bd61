// The sound of the alarms.
import type { Priority } from '../../../host/core/alarm.ts';
export async function playPriority(_priority: Priority): Promise<boolean> { return false; }
