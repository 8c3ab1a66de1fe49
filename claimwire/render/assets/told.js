// Looks again until the results are there; #halt, which survives a reload, stops it.
(() => {
  const halted = () => location.hash === "#halt";
  const show = () => {
    document.querySelector("#again").hidden = halted();
    document.querySelector("#halted").hidden = !halted();
  };
  const look = () => { if (!halted() && !document.hidden) location.reload(); };
  show();
  addEventListener("hashchange", show);
  setInterval(look, 1000 * document.body.dataset.seconds);
})();
