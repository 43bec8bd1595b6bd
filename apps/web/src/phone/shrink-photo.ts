const LONGEST = 1600;

/** A photo small enough for a weak signal: at most 1600 px on its longer side, as JPEG; what the browser can't read goes as it is, and the server says what it thinks of it. */
export async function shrinkPhoto(photo: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(photo);
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', 0.85)) ?? photo;
  } catch {
    return photo;
  }
}
