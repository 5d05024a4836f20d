/** Where lines go: a stream of the process, or what a test gives. */
export type Output = {
  write(text: string): unknown;
  on?(event: 'drain' | 'error' | 'close', listener: (error?: unknown) => void): unknown;
};

/** Writes pieces one after another, never faster than they are read; `write` answers false once the reader has gone (`… | head`). */
export function pacedWriter(output: Output): { write(text: string): Promise<boolean> } {
  let open = true;
  let failure: unknown = null;
  let wake: (() => void) | null = null;
  const awake = () => wake?.();
  output.on?.('drain', awake);
  output.on?.('close', awake);
  output.on?.('error', (error) => {
    open = false;
    if (!isClosedPipe(error)) failure = error;
    awake();
  });
  return {
    async write(text) {
      if (open && output.write(text) === false && output.on) {
        await new Promise<void>((resolve) => (wake = resolve));
        wake = null;
      }
      if (failure !== null) throw failure;
      return open;
    },
  };
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
