"""The panel “Cách tăng điểm”: what would bring the open month more points."""
