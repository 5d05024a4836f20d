/**
 * A bare benchmark instance, as in the files `rowPtr.bin, col.bin, w.bin, cap.bin`: candidates of request `i` are
 * `col[rowPtr[i] .. rowPtr[i+1])` with scores `w` 0..1000; mentor `j` has `cap[j]` places. No policy, no people.
 */
export interface Instance {
  rowPtr: Int32Array;
  col: Int32Array;
  w: Int32Array;
  cap: Int32Array;
}
