// What an error says of itself, whatever it was that was thrown.

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
