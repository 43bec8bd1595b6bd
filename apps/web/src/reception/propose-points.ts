/** CMP-29: the points to answer, as proposed from what the customer wants: one a sentence, or one a part between ， and 、 that is long enough to stand alone. At most ten. */
export function proposePoints(wanted: string): string[] {
  const points = wanted.split(/[。；;！!？?\n]+/u).flatMap(sentence => {
    const parts = sentence.split(/[，,、]/u).map(part => part.trim()).filter(Boolean);
    return parts.every(part => Array.from(part).length >= 4) ? parts : [parts.join('，')];
  });
  return points.map(point => point.replace(/^(还|并|也|同时|希望|要求)(?=.{4})/u, '').slice(0, 500)).filter(Boolean).slice(0, 10);
}
