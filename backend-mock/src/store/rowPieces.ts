/** The same bytes in as few pieces as lie together in memory: a thousand rows are not a thousand writes. */
export function* joinedPieces(rows: Iterable<Uint8Array>): Generator<Uint8Array> {
  let piece: Uint8Array | undefined;
  for (const row of rows) {
    if (piece?.buffer === row.buffer && piece.byteOffset + piece.length === row.byteOffset) {
      piece = Buffer.from(piece.buffer as ArrayBuffer, piece.byteOffset, piece.length + row.length);
    } else {
      if (piece) yield piece;
      piece = row;
    }
  }
  if (piece) yield piece;
}
