/// <reference lib="dom" />
/**
 * Texts whose contrast to what is behind them is less than WCAG 2 asks for (AA), with their colours. Runs in the page.
 */
export function lowContrast(): string[] {
  const parsed = (color: string) => {
    const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    return { channels: [red, green, blue], alpha };
  };
  const luminance = (channels: readonly number[]) => {
    const [red, green, blue] = channels.map((channel) => {
      const share = channel / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element: Element): readonly number[] => {
    for (let one: Element | null = element; one; one = one.parentElement) {
      const { channels, alpha } = parsed(getComputedStyle(one).backgroundColor);
      if (alpha > 0) return channels;
    }
    return [255, 255, 255];
  };
  const hasText = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.tagName !== 'SCRIPT' && hasText(element))
    .flatMap((element) => {
      const { color } = getComputedStyle(element);
      const [lighter, darker] = [luminance(parsed(color).channels), luminance(behind(element))].sort(
        (one, other) => other - one,
      );
      const contrast = (lighter + 0.05) / (darker + 0.05);
      return contrast >= 4.5
        ? []
        : [`${element.tagName} "${element.textContent?.slice(0, 30)}": ${color}, ${contrast.toFixed(2)}`];
    });
}
