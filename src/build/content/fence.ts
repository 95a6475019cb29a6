// Reads what stands after the sign of a fence: the language, and why a test does not run the code, as in `python slow="trains for five minutes"`.

/** Why code is not run: it takes too long for every run of the tests, or it needs what a test does not have. */
const markers = ['slow', 'needs'] as const;
export type Marker = (typeof markers)[number];

export interface Fence {
  readonly language: string;
  readonly marker?: { readonly name: Marker; readonly reason: string };
  /** What is wrong with the words behind the language. */
  readonly mistake?: string;
}

export function readFence(info: string): Fence {
  const [, language = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(info.trim()) ?? [];
  if (rest === '') return { language };
  const [, name = '', reason = ''] = /^(\w+)="([^"]*)"$/.exec(rest) ?? [];
  const marker = markers.find((known) => known === name);
  if (marker === undefined || language !== 'python') return { language, mistake: `“${rest}” means nothing after ${language}` };
  return reason.trim() === '' ? { language, mistake: `“${marker}” gives no reason` } : { language, marker: { name: marker, reason } };
}
