// Hands a file that came as base 64 to the person, under its own name.

/** Saves it. */
export function saveBytes(file: {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}): void {
  const bytes = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: file.type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(url);
}
