/** An address of the web that opens a page and nothing else: no scripts, no local files, no passwords in it. */
export function isSafeLink(address: string): boolean {
  // Control characters are dropped by browsers and would hide what the address is.
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  if (/[\u0000-\u0020\u007f]/.test(address.trim()) || !URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '' && url.hostname !== ''
  );
}
