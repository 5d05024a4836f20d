/** What other features do with files. */

export { isOwnUpload } from './files.queries.ts';
export { recordFile, type StoredFile, storeFile, storeProof } from './keep-file.ts';
export { fileOf, sendBytes, sendFile } from './send-file.ts';
export { readUpload, type Upload } from './upload.ts';
