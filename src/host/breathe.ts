// How long work gives way: the extension host is shared with every other extension.

/** Node's own; a web worker has none. */
declare const setImmediate: ((then: () => void) => void) | undefined;

/** A turn of the event loop for everybody else. A timer would wait for a millisecond in Node, and for four in a web worker. */
export const breathe: () => Promise<void> =
  typeof setImmediate === 'function'
    ? () => new Promise((resolve) => setImmediate(resolve))
    : () =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            port1.close();
            resolve();
          };
          port2.postMessage(0);
        });
