export function plots() {
  return {};
}
