//! Figures as chart data.
