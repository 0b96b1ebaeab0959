/** Java's String.hashCode. */
export function hashCode(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

/**
 * Texts in the order in which a Java HashSet lists them, of which each bucket keeps the order of insertion. AWS answers
 * sets so: this reproduces every list on record (inferred from recordings of 2018 to 2026).
 *
 * @param buckets a power of two
 */
export function inJavaHashOrder<Text extends string>(texts: Iterable<Text>, buckets: number): Text[] {
  const bucket = (text: string) => {
    const hash = hashCode(text);
    return (hash ^ (hash >>> 16)) & (buckets - 1);
  };
  return [...new Set(texts)].sort((one, other) => bucket(one) - bucket(other));
}
