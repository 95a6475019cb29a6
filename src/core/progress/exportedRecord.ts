// The whole record in one JSON file that a learner can keep, move to another machine and read back.
import * as v from 'valibot';
import { compareEvents, recordEventSchema, type RecordEvent } from './events';

const format = 'eShikaku.export';

/** Version of the exported file; a reader refuses any other. */
export const exportVersion = 1;

export const exportedRecordSchema = v.object({
  format: v.literal(format),
  version: v.literal(exportVersion),
  events: v.array(recordEventSchema),
});
export type ExportedRecord = v.InferOutput<typeof exportedRecordSchema>;

/** The events in their own order, so that one record always gives the same file. */
export function exportRecord(events: readonly RecordEvent[]): ExportedRecord {
  return { format, version: exportVersion, events: [...events].sort(compareEvents) };
}
