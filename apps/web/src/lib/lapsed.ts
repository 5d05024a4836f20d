import { useSyncExternalStore } from 'react';

/** Whether the session has ended under an open screen. The screen stays, and with it everything typed. */
let lapsed = false;
const listeners = new Set<() => void>();

export function setLapsed(value: boolean): void {
  if (lapsed === value) return;
  lapsed = value;
  for (const tell of listeners) tell();
}

export function useLapsed(): boolean {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => lapsed,
  );
}
