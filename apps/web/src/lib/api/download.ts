import { refusalOf } from './api.ts';
import { sendSignedIn } from './signed-in.ts';

const PATIENCE = 120_000;

/**
 * Asks for a file that is made for this question (its body holds a purpose, never an address) and hands it to the
 * browser under the name the server gave. Throws as `ask` does.
 */
export async function download(path: string, body: unknown): Promise<void> {
  const response = await sendSignedIn('POST', `/api/v1${path}`, { body, timeout: PATIENCE });
  if (!response.ok) throw await refusalOf(response);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = nameOf(response.headers.get('content-disposition') ?? '');
  link.click();
  // The browser has taken the address by the next turn of its loop.
  setTimeout(() => URL.revokeObjectURL(address));
}

function nameOf(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/.exec(disposition)?.[1] ?? 'file';
}
