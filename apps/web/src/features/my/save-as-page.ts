/**
 * A page of one's own as a file that opens on any telephone and prints: the words as they stand, without the application.
 * `inner` is markup that the application itself has drawn.
 */
export function saveAsPage(title: string, inner: string): void {
  const page = `<!doctype html><html lang="${document.documentElement.lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:16px/1.5 sans-serif;max-width:42rem;margin:1rem auto;padding:0 1rem}dt{font-weight:600;margin-top:.6rem}
dd{margin:0}button,svg,a{display:none}h2{margin:1.6rem 0 .4rem}p{margin:.2rem 0}</style></head>
<body><h1>${title}</h1>${inner}</body></html>`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
  link.download = `${title}.html`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
