// The view's end of the line to the extension: typed messages both ways, and where the learner is looking.

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

export interface Bridge<Out> {
  post(message: Out): void;
  /** Keeps where the learner is looking (never the truth itself) across a reload. */
  remember(state: unknown): void;
  recall(): unknown;
}

/** Joins the view to the extension and says `ready`, upon which the host sends the whole picture. */
export function connect<In, Out>(decode: (value: unknown) => In, receive: (message: In) => void): Bridge<Out> {
  const api = acquireVsCodeApi();
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    try {
      receive(decode(event.data));
    } catch (error) {
      console.error(error);
    }
  });
  api.postMessage({ type: 'ready' });
  return { post: (message) => api.postMessage(message), remember: (state) => api.setState(state), recall: () => api.getState() };
}
