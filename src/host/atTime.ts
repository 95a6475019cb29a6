// Waiting for a moment of the clock on the wall: a plain timer stands still while the computer sleeps and knows nothing of a clock that is set.

/** The longest (ms) that a moment is missed by. */
const glance = 60_000;

/** Calls `act` once `moment` (ms since 1970) has come; call what it returns to give up waiting. */
export function atTime(moment: number, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const look = (): void => {
    const left = moment - Date.now();
    if (left <= 0) act();
    else timer = setTimeout(look, Math.min(left, glance));
  };
  timer = setTimeout(look, Math.max(0, Math.min(moment - Date.now(), glance)));
  return () => clearTimeout(timer);
}

/** The first second of the next local day. */
export function nextDay(now: number): number {
  const midnight = new Date(now);
  midnight.setHours(24, 0, 1, 0);
  return midnight.getTime();
}
