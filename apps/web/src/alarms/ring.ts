/** A tone that carries across an office: two notes, every two seconds, until it is stopped. Browsers allow it once somebody has touched the page. */
export function ring(): () => void {
  const audio = new AudioContext();
  const strike = () => {
    if (audio.state === 'suspended') void audio.resume().catch(() => undefined);
    for (const [after, hertz] of [[0, 880], [.3, 660]] as const) {
      const [tone, loudness] = [audio.createOscillator(), audio.createGain()];
      tone.frequency.value = hertz;
      loudness.gain.setValueAtTime(.25, audio.currentTime + after);
      loudness.gain.exponentialRampToValueAtTime(.001, audio.currentTime + after + .28);
      tone.connect(loudness).connect(audio.destination);
      tone.start(audio.currentTime + after);
      tone.stop(audio.currentTime + after + .3);
    }
  };
  strike();
  const again = setInterval(strike, 2_000);
  return () => { clearInterval(again); void audio.close(); };
}
